package dev.linkspan.cli.settings;

import dev.linkspan.atlas.http.ApiVersion;
import dev.linkspan.audit.history.HistoryPlace;
import dev.linkspan.diagnostic.Diagnostic;
import dev.linkspan.diagnostic.Diagnostics;
import dev.linkspan.model.Refusal;
import dev.linkspan.model.Secret;
import dev.linkspan.model.Spelling;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Turns merged texts into typed settings, collecting every value that cannot be. */
final class SettingsReader {

    private static final int MOST_LANES = 64;
    private static final double FASTEST = 1_000_000;

    private final MergedLayers layers;
    private final Map<String, String> environment;
    private final List<Diagnostic> faults = new ArrayList<>();
    private boolean isUsage = true;

    SettingsReader(MergedLayers layers, Map<String, String> environment) {
        this.layers = layers;
        this.environment = environment;
    }

    Settings read(OfferedCredentials offered, Diagnostics warnings) {
        var baseUrl = value(Key.BASE_URL, this::baseUrl);
        var apiVersion = value(Key.API_VERSION, SettingsReader::apiVersion);
        var lanes = value(Key.LANES, SettingsReader::lanes);
        var connect = value(Key.CONNECT_TIMEOUT, SettingsReader::positive);
        var read = value(Key.READ_TIMEOUT, SettingsReader::positive);
        var speed = value(Key.WAIT_SPEED, SettingsReader::speed);
        var service = value(Key.SERVICE_DEADLINE, SettingsReader::positive);
        var endpoint = value(Key.ENDPOINT_DEADLINE, SettingsReader::positive);
        var history = value(Key.HISTORY_URL, this::history);
        var logLevel = value(Key.LOG_LEVEL, it -> word(LogLevel.class, it));
        var color = value(Key.COLOR, it -> word(ColorMode.class, it));
        if (!faults.isEmpty()) {
            throw new SettingsProblem(new Diagnostics(faults), isUsage);
        }
        return new Settings(
                baseUrl.orElseThrow(),
                apiVersion.orElseThrow(),
                lanes.orElseThrow(),
                connect.orElseThrow(),
                read.orElseThrow(),
                speed.orElseThrow(),
                service.orElseThrow(),
                endpoint.orElseThrow(),
                new NotifySettings(layers),
                layers.params(),
                history.filter(it -> !it.isEmpty()),
                layers.entry(Key.HISTORY_PASSWORD.path()).map(it -> new Secret(it.value())),
                logLevel.orElseThrow(),
                isColorUnwanted(color.orElseThrow()) ? ColorMode.NEVER : color.orElseThrow(),
                warnings,
                offered);
    }

    /** <a href="https://no-color.org">no-color.org</a>: set and not empty means no colour, unless somebody asks for it. */
    private boolean isColorUnwanted(ColorMode mode) {
        return mode == ColorMode.AUTO
                && !environment.getOrDefault("NO_COLOR", "").isEmpty();
    }

    private <T> Optional<T> value(Key key, Function<String, T> parser) {
        try {
            return Optional.of(parser.apply(layers.value(key.path())));
        } catch (Refusal refusal) {
            fault(key.path(), refusal);
            return Optional.empty();
        }
    }

    private void fault(String path, Refusal refusal) {
        var entry = layers.entry(path).orElseThrow();
        isUsage &= layers.layer(path).kind() == Layer.Kind.COMMAND_LINE;
        faults.add(entry.fault(refusal));
    }

    private URI baseUrl(String text) {
        var url = BaseUrl.parse(text);
        if (layers.layer(Key.BASE_URL.path()).kind() == Layer.Kind.SHARED_FILE && !BaseUrl.isTrustworthy(url)) {
            throw new Refusal(
                    "base-url-in-shared-file",
                    "'" + text + "' is not MongoDB's, and this file may be somebody else's",
                    "Say it with --atlas-url or MONGODB_ATLAS_BASE_URL, so that no repository can have credentials sent there.");
        }
        return url;
    }

    /** Read here too, so that a fault has a line; what is in a file of the working directory may be somebody else's. */
    private String history(String text) {
        if (text.isEmpty()) {
            return text;
        }
        var place = HistoryPlace.parse(text, Path.of(""), Optional.empty());
        if (layers.layer(Key.HISTORY_URL.path()).kind() == Layer.Kind.SHARED_FILE
                && place instanceof HistoryPlace.Postgres postgres
                && !BaseUrl.isThisMachine(postgres.host())) {
            throw new Refusal(
                    "history-in-shared-file",
                    "The history may not be on another machine because this file says so: it may be somebody else's",
                    "Say it with --history or LINKSPAN_HISTORY_URL, so that no repository can have a password sent there.");
        }
        return text;
    }

    private static ApiVersion apiVersion(String text) {
        return switch (text) {
            case "v2" -> ApiVersion.V2;
            case "v1.0" -> ApiVersion.V1;
            default ->
                throw new Refusal("unknown-api-version", "'" + text + "' is not an API version", "Write v2 or v1.0.");
        };
    }

    private static int lanes(String text) {
        int lanes = text.matches("\\d{1,3}") ? Integer.parseInt(text) : 0;
        if (lanes < 1 || lanes > MOST_LANES) {
            throw new Refusal(
                    "malformed-lanes",
                    "'" + text + "' is not a number of requests at once",
                    "Write a whole number from 1 to " + MOST_LANES + ", for example 8.");
        }
        return lanes;
    }

    private static double speed(String text) {
        double speed = text.matches("\\d{1,7}(\\.\\d{1,6})?") ? Double.parseDouble(text) : 0;
        if (speed < 1 || speed > FASTEST) {
            throw new Refusal(
                    "malformed-speed",
                    "'" + text + "' is not a speed",
                    "Write 1 for Atlas itself, or the --speed of the emulator, for example 600.");
        }
        return speed;
    }

    private static Duration positive(String text) {
        var duration = DurationText.parse(text);
        if (duration.isZero()) {
            throw new Refusal(
                    "zero-duration", "'" + text + "' leaves no time at all", "Write more than 0, for example 30s.");
        }
        return duration;
    }

    static <E extends Enum<E>> E word(Class<E> type, String text) {
        var words = Arrays.stream(type.getEnumConstants())
                .map(it -> it.name().toLowerCase(Locale.ROOT))
                .toList();
        if (!words.contains(text)) {
            String guess = Spelling.nearest(text, words)
                    .map(it -> "Did you mean " + it + "? ")
                    .orElse("");
            throw new Refusal(
                    "unknown-word",
                    "'" + text + "' is not among " + String.join(", ", words),
                    guess + "Write one of them.");
        }
        return Enum.valueOf(type, text.toUpperCase(Locale.ROOT));
    }
}
