package dev.linkspan.emulator.state;

import java.util.Arrays;
import java.util.Optional;

/** A cloud provider, as Atlas writes it in paths and bodies. */
public enum Cloud {
    AWS,
    AZURE,
    GCP;

    /** The provider of this name. Atlas takes upper case only. */
    public static Optional<Cloud> named(String name) {
        return Arrays.stream(values())
                .filter(cloud -> cloud.name().equals(name))
                .findFirst();
    }
}
