package numeral.scan;

/**
 * The storage failed, not the content: never turned into a status, so that the task fails and is tried again. Unchecked, so that no
 * decoder mistakes it for a corrupt file.
 */
public final class StorageException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    StorageException(String message, Throwable cause) {
        super(message, cause);
    }
}
