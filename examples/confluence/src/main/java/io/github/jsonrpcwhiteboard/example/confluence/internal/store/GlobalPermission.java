package io.github.jsonrpcwhiteboard.example.confluence.internal.store;

/** What one can be allowed to do in the whole site. Named as callers name it. */
public enum GlobalPermission {

    USECONFLUENCE, VIEWUSERPROFILES, PERSONALSPACE, CREATESPACE, ADMINISTRATECONFLUENCE, SYSTEMADMINISTRATOR
}
