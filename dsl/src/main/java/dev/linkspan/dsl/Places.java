package dev.linkspan.dsl;

import dev.linkspan.diagnostic.SourceRef;

/** Where the word that is being said stands. */
@FunctionalInterface
interface Places {

    SourceRef here();
}
