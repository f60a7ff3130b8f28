package io.github.jsonrpcwhiteboard.internal.binding;

/** The arguments of a call: as they were sent, or bound already, if that was simple enough to do while reading them. */
public sealed interface Params permits SentParams, Bound {
}
