package dev.linkspan.cli;

import dev.linkspan.model.ProjectRef;
import dev.linkspan.model.Refusal;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.TypeConversionException;

/** A project on the command line, by its id or name. */
record ProjectArgument(ProjectRef ref) {

    /** For arguments of which there may be several: after a first one that cannot be read, picocli calls the rest superfluous. */
    static ProjectRef parse(CommandSpec command, String text) {
        try {
            return new Reader().convert(text).ref();
        } catch (TypeConversionException e) {
            throw new ParameterException(command.commandLine(), e.getMessage());
        }
    }

    static final class Reader implements ITypeConverter<ProjectArgument> {

        @Override
        public ProjectArgument convert(String text) {
            try {
                return new ProjectArgument(ProjectRef.parse(text));
            } catch (Refusal refusal) {
                throw new TypeConversionException(
                        "'" + text
                                + "' is neither the id nor the name of a project, such as 5e2211c17a3e5a48f5497de3 or payments");
            }
        }
    }
}
