package io.github.jsonrpcwhiteboard.example.confluence.api;

import java.util.Map;

/** Wiki markup and HTML. */
public interface MarkupService {

    String convertWikiToStorageFormat(String token, String markup)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** HTML of a content, as it would look on a page. If the content is empty: that of the page. */
    String renderContent(String token, String spaceKey, long pageId, String newContent)
            throws InvalidSessionException, NotPermittedException, RemoteException;

    /** As above. With the parameter {@code style} of {@code clean}: without anything around the content. */
    String renderContent(String token, String spaceKey, long pageId, String newContent,
            Map<String, String> renderParameters)
            throws InvalidSessionException, NotPermittedException, RemoteException;
}
