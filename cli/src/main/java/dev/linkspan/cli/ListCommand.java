package dev.linkspan.cli;

import dev.linkspan.cli.view.ListingDocument;
import dev.linkspan.cli.view.ListingText;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.CloudProvider;
import dev.linkspan.observe.Observer;
import dev.linkspan.observe.Sighting;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linkspan list}. */
@Command(
        name = "list",
        header = "Lists private endpoint services and endpoints as Atlas shows them.",
        description = {
            "%nNeeds no specs. Costs one list for each project and cloud, and one look at each endpoint. Ends with status 3 when something"
                    + " could not be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan list payments                         a project, by its name or id",
            "  linkspan list --provider aws --format json 5e2211c17a3e5a48f5497de3",
            "  linkspan list --all                            everything the credentials can see"
        })
final class ListCommand implements LinkspanCommand {

    @Spec
    private CommandSpec command;

    @Parameters(arity = "0..*", paramLabel = "PROJECT", description = "Projects, by their ids or names.")
    private List<String> projects = new ArrayList<>();

    @Option(names = "--all", description = "Every project that the credentials can see.")
    private boolean isOfAll;

    @Option(
            names = "--provider",
            paramLabel = "CLOUD",
            converter = CloudArgument.Reader.class,
            description = "Only this cloud: aws, azure or gcp. May be repeated.")
    private List<CloudArgument> providers = new ArrayList<>();

    @Mixin
    private FormatOption format;

    @Override
    public ExitStatus run(Session session) throws InterruptedException {
        if (projects.isEmpty() != isOfAll) {
            throw new ParameterException(
                    command.commandLine(), "Name the projects to list, or say --all, and not both");
        }
        var refs =
                projects.stream().map(it -> ProjectArgument.parse(command, it)).toList();
        var clouds = clouds();
        Unspeakable.check(session, clouds);
        try (var connection = Connection.open(session)) {
            var asked =
                    isOfAll ? VisibleProjects.all(connection.atlas()) : VisibleProjects.of(connection.atlas(), refs);
            var sightings = new ArrayList<Sighting>();
            new Observer(connection.atlas(), connection.lanes())
                    .sightEach(asked.found(), clouds, false, sightings::add);
            sightings.sort(Comparator.comparing(it -> it.project().id()));
            return told(session, sightings, asked.blindSpots());
        }
    }

    private ExitStatus told(Session session, List<Sighting> sightings, List<BlindSpot> unknown) {
        var blindSpots = new ArrayList<>(unknown);
        sightings.forEach(it -> blindSpots.addAll(it.blindSpots()));
        if (format.isText()) {
            new ListingText(session.out(), session.errors()).print(sightings, blindSpots);
        } else {
            session.out().text(format.notation().text(ListingDocument.of(sightings, blindSpots)));
        }
        return blindSpots.isEmpty() ? ExitStatus.DONE : ExitStatus.INCOMPLETE;
    }

    private Set<CloudProvider> clouds() {
        var clouds = EnumSet.noneOf(CloudProvider.class);
        providers.forEach(it -> clouds.add(it.provider()));
        return clouds.isEmpty() ? EnumSet.allOf(CloudProvider.class) : clouds;
    }
}
