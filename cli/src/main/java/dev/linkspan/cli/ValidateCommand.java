package dev.linkspan.cli;

import dev.linkspan.cli.view.DeclarationView;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** {@code linkspan validate}. */
@Command(
        name = "validate",
        header = "Checks specs offline: no credentials, no call to Atlas.",
        footerHeading = "%nExamples:%n",
        footer = {
            "  linkspan validate atlas/                       all specs of a folder, as plan would read them",
            "  linkspan validate -P env=test payments.groovy  a spec that reads params.env"
        })
final class ValidateCommand implements LinkspanCommand {

    @Mixin
    private SpecArguments specs;

    @Override
    public ExitStatus run(Session session) {
        var declared = specs.load(session);
        declared.ifPresent(it -> new DeclarationView(session.out()).print(it));
        return declared.isPresent() ? ExitStatus.DONE : ExitStatus.FAILED;
    }
}
