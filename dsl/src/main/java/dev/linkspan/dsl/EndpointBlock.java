package dev.linkspan.dsl;

/** What stands in {@code endpoint} or {@code endpointGroup}. */
final class EndpointBlock implements EndpointWords {

    private boolean isProtected;

    @Override
    public void protect() {
        isProtected = true;
    }

    boolean isProtected() {
        return isProtected;
    }
}
