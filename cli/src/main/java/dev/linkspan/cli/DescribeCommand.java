package dev.linkspan.cli;

import dev.linkspan.cli.view.DescriptionDocument;
import dev.linkspan.cli.view.DescriptionText;
import dev.linkspan.cli.view.ProblemView;
import dev.linkspan.model.BlindSpot;
import dev.linkspan.observe.Observer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code linkspan describe}. */
@Command(
        name = "describe",
        header = "Shows one service or endpoint with all that Atlas tells of it.",
        description = {
            "%nOf an endpoint also the connection strings that lead through it, or why there are none. A service costs one list; an endpoint"
                    + " a list for each cloud, a look at each endpoint of its project, and a list of clusters. An id without --project is"
                    + " looked for in every project that the credentials can see.%n",
            "Ends with status 1 when Atlas does not have it, and with 3 when it may be where nothing could be read."
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan describe 5e2211c17a3e5a48f5497de3/aws/us-east-1",
            "  linkspan describe payments/aws/us-east-1/vpce-0d00c26273372c6ef",
            "  linkspan describe --project payments vpce-0d00c26273372c6ef",
            "  linkspan describe --format yaml 6a793f68c0eb9e7a17715835"
        })
final class DescribeCommand implements LinkspanCommand {

    @Parameters(
            paramLabel = "ADDRESS|ID",
            description = "An address as plans print it, the id of a service, or the cloud's id of an endpoint.")
    private String what;

    @Option(
            names = "--project",
            paramLabel = "PROJECT",
            description = "Look for an id in this project only, by its id or name. May be repeated.")
    private List<String> projects = new ArrayList<>();

    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            defaultValue = "text",
            description = "text (default), json or yaml.")
    private DocumentFormat format;

    @Override
    public ExitStatus run(Session session) throws InterruptedException {
        var sought = SoughtThing.parse(what);
        try (var connection = Connection.open(session)) {
            var atlas = connection.atlas();
            var asked = sought.project()
                    .map(it -> VisibleProjects.named(atlas, List.of(it)))
                    .orElseGet(() ->
                            projects.isEmpty() ? VisibleProjects.all(atlas) : VisibleProjects.named(atlas, projects));
            var search = new Search(atlas, new Observer(atlas, connection.lanes()), sought);
            asked.blindSpots().forEach(search::unseen);
            for (var project : asked.found()) {
                search.in(project);
                if (search.isOver()) {
                    break;
                }
            }
            return told(session, search.found(), search.blindSpots());
        }
    }

    private ExitStatus told(Session session, List<Map<String, Object>> found, List<BlindSpot> blindSpots) {
        if (format != DocumentFormat.text) {
            session.out().text(format.notation().text(DescriptionDocument.of(found, blindSpots)));
        } else {
            new DescriptionText(session.out()).print(found);
        }
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
