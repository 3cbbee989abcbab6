package dev.linkspan.dsl.eval;

import java.util.List;

/** The words that a spec may say to us, wherever the evaluation stands. */
public interface Vocabulary {

    /**
     * Says a word of the block that is open.
     *
     * @param place where the word stands
     * @throws dev.linkspan.dsl.value.SpecFault when the word may not stand here, or not with these values
     */
    void say(Run run, String word, List<Given> values, Place place);
}
