package dev.linkspan.model;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** How far two spellings are apart, for "did you mean". */
public final class Spelling {

    private static final int CLOSE_ENOUGH = 2;
    private static final int LONGEST_WORD = 64;

    private Spelling() {}

    /** The known word nearest to a misspelt one, if one is within two edits. */
    public static Optional<String> nearest(String word, Collection<String> known) {
        return known.stream()
                .filter(it -> distance(word, it) <= CLOSE_ENOUGH)
                .min(Comparator.comparingInt((String it) -> distance(word, it)).thenComparing(it -> it));
    }

    /**
     * Edits (insert, delete, replace, swap of neighbours) that turn one text into the other: Damerau's distance.
     * Texts longer than any word of ours count as wholly different, so that hostile input costs nothing.
     */
    public static int distance(String one, String other) {
        if (one.length() > LONGEST_WORD || other.length() > LONGEST_WORD) {
            return Math.max(one.length(), other.length());
        }
        int[][] edits = new int[one.length() + 1][other.length() + 1];
        for (int i = 0; i <= one.length(); i++) {
            for (int j = 0; j <= other.length(); j++) {
                edits[i][j] = i == 0 || j == 0 ? i + j : cheapest(edits, one, other, i, j);
            }
        }
        return edits[one.length()][other.length()];
    }

    private static int cheapest(int[][] edits, String one, String other, int i, int j) {
        int replaced = edits[i - 1][j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
        int best = Math.min(replaced, Math.min(edits[i - 1][j], edits[i][j - 1]) + 1);
        boolean swapped =
                i > 1 && j > 1 && one.charAt(i - 1) == other.charAt(j - 2) && one.charAt(i - 2) == other.charAt(j - 1);
        return swapped ? Math.min(best, edits[i - 2][j - 2] + 1) : best;
    }
}
