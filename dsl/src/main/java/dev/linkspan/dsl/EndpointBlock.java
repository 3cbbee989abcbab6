package dev.linkspan.dsl;

import dev.linkspan.dsl.Drafts.EndpointDraft;
import java.util.Objects;

/** What stands in {@code endpoint}. */
final class EndpointBlock implements EndpointWords {

    private final EndpointDraft draft;

    EndpointBlock(EndpointDraft draft) {
        this.draft = Objects.requireNonNull(draft, "draft");
    }

    @Override
    public void protect() {
        draft.isProtected = true;
    }
}
