package dev.linkspan.cli;

import dev.linkspan.model.CloudProvider;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A cloud on the command line, by the word that specs have for it. */
record CloudArgument(CloudProvider provider) {

    static final class Reader implements ITypeConverter<CloudArgument> {

        @Override
        public CloudArgument convert(String text) {
            return CloudProvider.of(text)
                    .map(CloudArgument::new)
                    .orElseThrow(() -> new TypeConversionException(
                            "'" + text + "' is not a cloud; use aws, azure or gcp, such as --provider aws"));
        }
    }
}
