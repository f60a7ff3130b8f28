package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

/**
 * A page, blog entry or comment, as far as it has to be known to decide what may be done with it.
 *
 * @param id its id
 * @param type {@link #PAGE}, {@link #BLOG_ENTRY} or {@link #COMMENT}
 * @param space the key of its space
 * @param title its title
 * @param container what a comment is on; 0 for others
 * @param creator the name of who created it; null if that was nobody known
 */
public record Content(long id, String type, String space, String title, long container, String creator) {

    public static final String PAGE = "page";
    public static final String BLOG_ENTRY = "blogpost";
    public static final String COMMENT = "comment";

    /** The page or blog entry that this is, or is on. */
    public long page() {
        return container == 0 ? id : container;
    }
}
