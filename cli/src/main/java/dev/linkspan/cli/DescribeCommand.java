package dev.linkspan.cli;

import dev.linkspan.atlas.AtlasProblem;
import dev.linkspan.cli.view.Description;
import dev.linkspan.cli.view.DescriptionDocument;
import dev.linkspan.cli.view.DescriptionText;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.model.Refusal;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code linkspan describe}. */
@Command(
        name = "describe",
        header = "Shows one service or endpoint with all that Atlas tells of it.",
        description = {
            "%nOf an endpoint also the connection strings that lead through it, or why there are none. An address costs one list of services;"
                    + " an id costs one for each project and cloud in which it may be. An endpoint costs a look at it and a list of clusters"
                    + " more, and where a cluster also has nodes in other regions, all of its project.%n",
            "Ends with status 1 when Atlas does not have it, and with 3 when it may be where nothing could be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan describe 5e2211c17a3e5a48f5497de3/aws/us-east-1",
            "  linkspan describe payments/aws/us-east-1/vpce-0d00c26273372c6ef",
            "  linkspan describe vpce-0d00c26273372c6ef       in whichever project that the credentials can see",
            "  linkspan describe --project payments psc-app   in one",
            "  linkspan describe --format yaml 6a793f68c0eb9e7a17715835"
        })
final class DescribeCommand implements LinkspanCommand {

    @Spec
    private CommandSpec command;

    @Parameters(
            paramLabel = "ADDRESS|ID",
            description = "An address as plans print it, the id of a service, or the cloud's id of an endpoint.")
    private String what;

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            converter = ProjectArgument.Reader.class,
            description = "Look for an id in this project only, by its id or name. May be repeated.")
    private List<ProjectArgument> projects = new ArrayList<>();

    @Mixin
    private FormatOption format;

    @Override
    public ExitStatus run(Session session) throws InterruptedException {
        var sought = sought();
        Unspeakable.check(session, sought.clouds());
        try (var connection = Connection.open(session)) {
            var search = new Search(session, connection, sought);
            search.in(asked(connection, sought));
            return told(session, search.found(), search.blindSpots());
        } catch (AtlasProblem problem) {
            // Nobody knows whether it is there, and no script may take it for missing.
            new ProblemView(session.errors()).print(problem);
            return ExitStatus.INCOMPLETE;
        }
    }

    private SoughtThing sought() {
        SoughtThing sought;
        try {
            sought = SoughtThing.parse(what);
        } catch (Refusal refusal) {
            throw new ParameterException(command.commandLine(), refusal.summary() + ". " + refusal.remedy());
        }
        if (sought.project().isPresent() && !projects.isEmpty()) {
            throw new ParameterException(
                    command.commandLine(), "An address names its project itself; leave --project out, or give an id");
        }
        return sought;
    }

    private VisibleProjects asked(Connection connection, SoughtThing sought) {
        var atlas = connection.atlas();
        if (sought.project().isPresent()) {
            return VisibleProjects.of(atlas, List.of(sought.project().get()));
        }
        return projects.isEmpty()
                ? VisibleProjects.all(atlas)
                : VisibleProjects.of(
                        atlas, projects.stream().map(ProjectArgument::ref).toList());
    }

    private ExitStatus told(Session session, List<Description> found, List<BlindSpot> blindSpots) {
        if (format.isText()) {
            new DescriptionText(session.out()).print(found);
        } else {
            session.out().text(format.notation().text(DescriptionDocument.of(found, blindSpots)));
        }
        session.actions().annotate(blindSpots);
        var view = new ProblemView(session.errors());
        blindSpots.forEach(it -> view.print(it.address() + ": " + it.why(), it.remedy()));
        if (!blindSpots.isEmpty()) {
            return ExitStatus.INCOMPLETE;
        }
        if (found.isEmpty()) {
            view.print(
                    "Atlas has no " + what,
                    "'linkspan list --all' shows what there is; an id is looked for only where the credentials can see.");
            return ExitStatus.FAILED;
        }
        return ExitStatus.DONE;
    }
}
