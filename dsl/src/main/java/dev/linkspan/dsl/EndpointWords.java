package dev.linkspan.dsl;

/** The words inside {@code endpoint} and {@code endpointGroup}. */
interface EndpointWords {

    @Word(means = "Refuses to delete or replace the endpoint.", example = "protect()")
    void protect();
}
