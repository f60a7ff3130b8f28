package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/** Wiki markup and HTML. */
public interface MarkupService {

    /** The storage format of wiki markup, of which HTML is no part. Refuses what would take too long. */
    String convertWikiToStorageFormat(String token, String markup)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /**
     * HTML of a content, as it would look on a page or blog entry: of its own content, if none is given. If the id is
     * 0: on a page that is not in the space yet. What has a tag is taken for storage format, all else for wiki markup.
     * The HTML is safe to show, whatever was given; links lead to those pages only that the caller may view.
     */
    String renderContent(String token, String spaceKey, long pageId, String newContent)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** As above. With the parameter {@code style} of {@code clean}: without anything around it. */
    String renderContent(String token, String spaceKey, long pageId, String newContent,
            Map<String, String> renderParameters)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
