package dev.linkspan.cli;

import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** A parameter for specs, as {@code -P} takes it. */
record ParamArgument(String name, String value) {

    /** Reads {@code NAME=VALUE}; the value may be empty, and may hold more equals signs. */
    static final class Reader implements ITypeConverter<ParamArgument> {

        @Override
        public ParamArgument convert(String text) {
            int equals = text.indexOf('=');
            if (equals < 0) {
                throw new TypeConversionException("'" + text + "' is not NAME=VALUE, such as region=us-east-1");
            }
            return new ParamArgument(text.substring(0, equals), text.substring(equals + 1));
        }
    }
}
