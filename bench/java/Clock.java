import java.util.Locale;

/** Repeats a piece of work for a time. */
final class Clock {
    private static final double WARM_SECONDS = 3;

    private Clock() {}

    /** Pieces of work a second over so many seconds, after a warm-up. */
    static double perSecond(double seconds, Runnable work) {
        repeat(WARM_SECONDS, work);
        return repeat(seconds, work);
    }

    private static double repeat(double seconds, Runnable work) {
        long start = System.nanoTime();
        long done = 0;
        while (System.nanoTime() - start < seconds * 1e9) {
            work.run();
            done++;
        }
        return done / ((System.nanoTime() - start) / 1e9);
    }

    /** The result as the last line on standard output. */
    static void print(double perSecond, long parameters) {
        System.out.printf(Locale.ROOT, "{\"per_second\":%.1f,\"parameters\":%d}%n", perSecond, parameters);
    }
}
