package dev.linkspan.plan.file;

/** A plan file that cannot be one: where in it, and what is wrong there. {@link PlanFile} tells it with the file's name. */
final class Fault extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** @param place the member, such as {@code plan.steps[2].address}; empty for the file as a whole */
    Fault(String place, String what) {
        super(place.isEmpty() ? what : place + ": " + what);
    }
}
