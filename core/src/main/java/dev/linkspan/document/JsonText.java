package dev.linkspan.document;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.SerializableString;
import com.fasterxml.jackson.core.io.CharacterEscapes;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.util.Map;

/** Documents as JSON. */
final class JsonText {

    private static final JsonFactory FACTORY =
            JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

    private static final CharacterEscapes DELETE_TOO = new DeleteToo();

    private JsonText() {}

    static String indented(Map<String, ?> document) {
        return Writing.text(
                        FACTORY,
                        document,
                        json -> json.setPrettyPrinter(printer()).setCharacterEscapes(DELETE_TOO)) + "\n";
    }

    static String compact(Map<String, ?> document) {
        return Writing.text(FACTORY, document, json -> {});
    }

    private static DefaultPrettyPrinter printer() {
        var indenter = new DefaultIndenter("  ", "\n");
        return new DefaultPrettyPrinter(
                        Separators.createDefaultInstance().withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                .withObjectIndenter(indenter)
                .withArrayIndenter(indenter);
    }

    /** The one control character of ASCII that JSON does not ask to be escaped. */
    private static final class DeleteToo extends CharacterEscapes {

        private static final long serialVersionUID = 1L;
        private static final char DELETE = 0x7f;

        @Override
        public int[] getEscapeCodesForAscii() {
            int[] codes = standardAsciiEscapesForJSON();
            codes[DELETE] = ESCAPE_STANDARD;
            return codes;
        }

        @Override
        public SerializableString getEscapeSequence(int character) {
            return null;
        }
    }
}
