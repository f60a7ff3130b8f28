package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

import java.util.EnumSet;
import java.util.Set;

/** What one can be allowed to do in a space. Named as callers name it. */
public enum SpacePermission {

    VIEWSPACE, EDITSPACE, EXPORTPAGE, SETPAGEPERMISSIONS, REMOVEPAGE, EDITBLOG, REMOVEBLOG, COMMENT, REMOVECOMMENT,
    CREATEATTACHMENT, REMOVEATTACHMENT, REMOVEMAIL, EXPORTSPACE, SETSPACEPERMISSIONS, REMOVEOWNCONTENT;

    /** What all users may do in a space with default permissions. */
    public static final Set<SpacePermission> DEFAULT =
            Set.copyOf(EnumSet.of(VIEWSPACE, EDITSPACE, EDITBLOG, COMMENT, CREATEATTACHMENT, REMOVEOWNCONTENT));

    /** What all users may do in a personal space with default permissions. */
    public static final Set<SpacePermission> PERSONAL_DEFAULT = Set.of(VIEWSPACE, COMMENT);
}
