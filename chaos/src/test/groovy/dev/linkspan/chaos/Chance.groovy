package dev.linkspan.chaos

/** What is drawn from a seed: the same for the same seed. */
class Chance {

    private final Random random

    Chance(long seed) {
        random = new Random(seed)
    }

    boolean of(int percent) {
        random.nextInt(100) < percent
    }

    /** From nothing up to, and without, a number. */
    int below(int number) {
        random.nextInt(number)
    }

    public <T> T any(List<T> choices) {
        choices[random.nextInt(choices.size())]
    }

    /** Each with this chance. */
    public <T> List<T> some(int percent, List<T> choices) {
        choices.findAll { of(percent) }
    }
}
