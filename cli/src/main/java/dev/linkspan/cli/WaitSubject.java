package dev.linkspan.cli;

import dev.linkspan.apply.Waiter;
import dev.linkspan.model.Address;
import dev.linkspan.model.Declaration;
import dev.linkspan.model.ProjectName;
import dev.linkspan.model.Refusal;
import dev.linkspan.observe.Observer;
import dev.linkspan.observe.Survey;
import dev.linkspan.readiness.Readiness;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.function.Predicate;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What is waited for: what specs or a saved plan declare, or what stands at some addresses. */
final class WaitSubject {

    @Spec(Spec.Target.MIXEE)
    private CommandSpec command;

    @Parameters(
            arity = "1..*",
            paramLabel = "SPEC|ADDRESS",
            description =
                    "Spec files (*.groovy), folders of them, or a saved plan. Or addresses: of endpoints, services, clouds, projects.")
    private List<String> things = new ArrayList<>();

    /** Where to look, before Atlas is asked anything. */
    interface Place {
        /** Empty when specs hold faults that only Atlas can show; they are told then. */
        Optional<Waiter.Look> from(Observer observer) throws InterruptedException;
    }

    /** Empty when specs hold faults, which are told then. */
    Optional<Place> place(Session session) {
        Predicate<String> isSpec = it -> isSpec(session, it);
        if (things.stream().allMatch(isSpec)) {
            return declared(session, things.stream().map(Path::of).toList());
        }
        if (things.stream().anyMatch(isSpec)) {
            throw new ParameterException(
                    command.commandLine(), "Specs and addresses are two ways to say what to wait for; use one of them");
        }
        var addresses = things.stream().map(this::address).toList();
        return Optional.of(observer -> {
            var known = known(observer, addresses);
            return Optional.of(() -> Readiness.of(observer.observe(known), known));
        });
    }

    /** Whatever is there under this name; and what is called like a spec is meant as one, there or not. */
    private static boolean isSpec(Session session, String thing) {
        try {
            return thing.endsWith(".groovy")
                    || Files.exists(session.surroundings().workingDirectory().resolve(thing));
        } catch (InvalidPathException e) {
            return false;
        }
    }

    private Address address(String thing) {
        Address address;
        try {
            address = Address.parse(thing);
        } catch (Refusal refusal) {
            throw new ParameterException(
                    command.commandLine(),
                    "There is no file or folder '" + thing + "', and as an address it will not do: " + refusal.summary()
                            + ". " + refusal.remedy());
        }
        if (address.kind() == Address.Kind.REGIONAL_MODE) {
            throw new ParameterException(
                    command.commandLine(),
                    "Regional mode has no status to wait for; name a project, a cloud, a service or an endpoint, such as "
                            + address.project() + "/aws/us-east-1");
        }
        return address;
    }

    /** A project's name may be a misspelt path. */
    private static SortedSet<Address> known(Observer observer, List<Address> addresses) {
        try {
            return observer.known(addresses);
        } catch (Refusal refusal) {
            boolean isBareName = addresses.stream()
                    .anyMatch(it -> it.kind() == Address.Kind.PROJECT && it.project() instanceof ProjectName);
            throw isBareName
                    ? new Refusal(
                            refusal.id(),
                            refusal.summary(),
                            "No file or folder has this name either. " + refusal.remedy())
                    : refusal;
        }
    }

    private Optional<Place> declared(Session session, List<Path> paths) {
        if (paths.size() == 1 && SavedPlan.isNamed(session, paths.get(0))) {
            var saved = SavedPlan.read(session, paths.get(0));
            var addresses = saved.addresses();
            return Optional.of(observer -> look(session, observer, saved.declaration(), addresses::contains));
        }
        return SpecArguments.load(session, command, paths)
                .filter(it -> !Unspeakable.isTold(session, it))
                .map(declared -> observer -> look(session, observer, declared, address -> true));
    }

    private static Optional<Waiter.Look> look(
            Session session, Observer observer, Declaration declared, Predicate<Address> isMeant)
            throws InterruptedException {
        var survey = observer.survey(declared);
        if (survey.diagnostics().hasErrors()) {
            session.tell(survey.diagnostics());
            return Optional.empty();
        }
        return Optional.of(new SurveyLook(observer, survey, isMeant));
    }

    /** The first look is taken already; names of projects are looked up once. */
    private static final class SurveyLook implements Waiter.Look {

        private final Observer observer;
        private final Declaration declared;
        private final Predicate<Address> isMeant;
        private Optional<Survey> first;

        SurveyLook(Observer observer, Survey first, Predicate<Address> isMeant) {
            this.observer = observer;
            this.declared = first.declaration();
            this.isMeant = isMeant;
            this.first = Optional.of(first);
        }

        @Override
        public Readiness take() throws InterruptedException {
            var survey = first.isPresent() ? first.get() : observer.survey(declared);
            first = Optional.empty();
            return Readiness.of(survey.comparison()).only(isMeant);
        }
    }
}
