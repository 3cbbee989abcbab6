package dev.linkspan.plan;

import java.util.Objects;

/**
 * Why a step stands in a plan. It is for showing; nothing is decided by it.
 *
 * @param id stable kebab-case name
 * @param text a clause for people, without a full stop; may hold Atlas's own words, untrusted
 */
public record Reason(String id, String text) {

    public Reason {
        Objects.requireNonNull(id, "id");
        Objects.requireNonNull(text, "text");
    }
}
