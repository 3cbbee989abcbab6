package dev.linkspan.document;

import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import com.fasterxml.jackson.dataformat.yaml.util.StringQuotingChecker;
import java.util.Map;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.DumperOptions;

/** Documents as YAML. A class of its own, since its libraries take their time to load and most runs write none. */
final class YamlText {

    private static final YAMLFactory FACTORY = YAMLFactory.builder()
            .dumperOptions(options())
            .stringQuotingChecker(new Keys())
            .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER)
            .build();

    private YamlText() {}

    static String of(Map<String, ?> document) {
        return Writing.text(FACTORY, document, yaml -> {});
    }

    private static DumperOptions options() {
        var options = new DumperOptions();
        options.setDefaultFlowStyle(DumperOptions.FlowStyle.BLOCK);
        options.setSplitLines(false);
        options.setAllowUnicode(false);
        return options;
    }

    /** A key such as a project's id may be all digits, or digits around an e. */
    private static final class Keys extends StringQuotingChecker.Default {

        private static final long serialVersionUID = 1L;
        private static final Pattern WORD = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

        @Override
        public boolean needToQuoteName(String name) {
            return super.needToQuoteName(name) || !WORD.matcher(name).matches();
        }
    }
}
