package org.blockspin.console.internal;

import java.io.PrintWriter;
import java.util.Locale;
import java.util.function.LongSupplier;
import org.blockspin.pipeline.RunListener;

/**
 * Prints progress with rate and time left: one line that is rewritten on a terminal, else a plain line every few
 * seconds.
 */
final class ProgressPrinter implements RunListener {
    private static final long TERMINAL_INTERVAL = 200_000_000L;
    private static final long PLAIN_INTERVAL = 10_000_000_000L;

    private final PrintWriter err;
    private final boolean terminal;
    private final LongSupplier nanoTime;
    private String activity = "";
    private long units;
    private long started;
    private long lastPrinted;
    private String state = "";

    ProgressPrinter(PrintWriter err, boolean terminal, LongSupplier nanoTime) {
        this.err = err;
        this.terminal = terminal;
        this.nanoTime = nanoTime;
    }

    @Override
    public void stepStarted(String step, String activityOfStep, long unitsOfStep) {
        activity = activityOfStep;
        units = unitsOfStep;
        started = nanoTime.getAsLong();
        lastPrinted = started;
        state = "";
        if (!terminal) {
            err.printf(Locale.ROOT, "%s: %d %s ...%n", step, units, activity);
        }
    }

    @Override
    public void stepProgress(String step, double unitsDone) {
        long now = nanoTime.getAsLong();
        if (now - lastPrinted >= (terminal ? TERMINAL_INTERVAL : PLAIN_INTERVAL)) {
            lastPrinted = now;
            print(step + ": " + line(unitsDone, (now - started) / 1e9), false);
        }
    }

    /** Shown with the next progress. */
    @Override
    public void state(String step, String stateOfStep) {
        state = "; " + stateOfStep;
    }

    private String line(double done, double seconds) {
        double rate = done / seconds;
        double left = (units - done) / rate;
        return String.format(
                Locale.ROOT,
                "%.0f of %d %s (%.0f %%), %s, %s left%s",
                Math.floor(done),
                units,
                activity,
                Math.floor(100 * done / units),
                rate(rate),
                Double.isFinite(left) ? duration(left) : "unknown time",
                state);
    }

    private static String rate(double perSecond) {
        return perSecond >= 1
                ? String.format(Locale.ROOT, "%.3g a second", perSecond)
                : String.format(Locale.ROOT, "%.3g a minute", 60 * perSecond);
    }

    private static String duration(double seconds) {
        long whole = Math.round(seconds);
        return whole < 60
                ? whole + " s"
                : whole < 3600
                        ? whole / 60 + " min " + whole % 60 + " s"
                        : whole / 3600 + " h " + whole % 3600 / 60 + " min";
    }

    @Override
    public void stepFinished(String step) {
        double seconds = (nanoTime.getAsLong() - started) / 1e9;
        print(String.format(Locale.ROOT, "%s: %d %s in %.1f s", step, units, activity, seconds), true);
    }

    @Override
    public void notice(String message) {
        print(message, true);
    }

    private void print(String line, boolean last) {
        if (terminal) {
            err.print("\r\u001b[K" + line + (last ? System.lineSeparator() : ""));
            err.flush();
        } else {
            err.println(line);
        }
    }
}
