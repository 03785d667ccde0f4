package numeral.review;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;

/**
 * One field that a person is asked to read.
 *
 * @param run extract run of the page
 * @param length most digits that the field can have
 * @param audit whether it was accepted and is looked at to know the true share of errors
 * @param read what the model read; empty where it read nothing
 * @param reasons why it was not accepted
 * @param png picture of the field
 */
public record ReviewTask(
        String run,
        String page,
        String field,
        int length,
        boolean audit,
        String read,
        List<String> reasons,
        byte[] png) {
    private static final int ID_DIGITS = 16;

    public ReviewTask {
        reasons = List.copyOf(reasons);
    }

    /** Names the task in files that leave the house; tells nothing of page or value. */
    public String id() {
        return id(run, page, field);
    }

    /** The id of the task about that field. */
    public static String id(String run, String page, String field) {
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256")
                    .digest(String.join("\n", run, page, field).getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, ID_DIGITS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
