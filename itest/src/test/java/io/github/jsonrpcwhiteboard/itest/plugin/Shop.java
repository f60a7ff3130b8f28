package io.github.jsonrpcwhiteboard.itest.plugin;

import java.time.Instant;
import java.util.Dictionary;
import java.util.Hashtable;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

import org.osgi.framework.BundleActivator;
import org.osgi.framework.BundleContext;

/** A plugin with types of its own in every place where the whiteboard could keep hold of one. */
public final class Shop implements BundleActivator {

    @Override
    public void start(BundleContext context) {
        context.registerService(Counter.class, new Till(context.getBundle().getVersion().toString()), at("shop"));
        context.registerService(Callable.class, new Largest(), at("largest"));
    }

    private static Dictionary<String, Object> at(String path) {
        Dictionary<String, Object> properties = new Hashtable<>();
        properties.put("rpc.path", path);
        properties.put("rpc.anonymous", true);
        return properties;
    }

    @Override
    public void stop(BundleContext context) {
        // the service goes with the bundle
    }

    /** The published interface. */
    public interface Counter {

        /**
         * Tells the plugin's versions apart.
         *
         * @return the version of the bundle
         */
        String version();

        /**
         * Sells.
         *
         * @param order what is wanted
         * @return the same
         * @throws SoldOut if there is none
         */
        Order sell(Order order) throws SoldOut;

        /**
         * Sells later.
         *
         * @param orders what is wanted
         * @return the same
         */
        CompletionStage<Map<Colour, List<Order>>> deliver(List<Order> orders);
    }

    /** A bean with generic members. */
    public static final class Order {

        private String article;
        private Colour colour;
        private Instant date;
        private Optional<Size> size = Optional.empty();
        private List<Size> more = List.of();

        public String getArticle() {
            return article;
        }

        public void setArticle(String article) {
            this.article = article;
        }

        public Colour getColour() {
            return colour;
        }

        public void setColour(Colour colour) {
            this.colour = colour;
        }

        public Instant getDate() {
            return date;
        }

        public void setDate(Instant date) {
            this.date = date;
        }

        public Optional<Size> getSize() {
            return size;
        }

        public void setSize(Optional<Size> size) {
            this.size = size;
        }

        public List<Size> getMore() {
            return more;
        }

        public void setMore(List<Size> more) {
            this.more = more;
        }
    }

    /**
     * A record.
     *
     * @param width in metres
     * @param height in metres
     */
    public record Size(double width, double height) {
    }

    /** An enum. */
    public enum Colour {
        /** As tomatoes. */
        RED,
        /** As cucumbers. */
        GREEN
    }

    /** A declared exception. */
    public static final class SoldOut extends Exception {

        private static final long serialVersionUID = 1L;

        SoldOut(String article) {
            super(article);
        }
    }

    /** Publishes an interface that outlives the plugin, with a result that does not. */
    private static final class Largest implements Callable<Size> {

        @Override
        public Size call() {
            return new Size(2, 4);
        }
    }

    private record Till(String version) implements Counter {

        @Override
        public Order sell(Order order) throws SoldOut {
            if (order.getArticle() == null) {
                throw new IllegalArgumentException("no article");
            }
            if (order.getColour() == Colour.RED) {
                throw new SoldOut(order.getArticle());
            }
            return order;
        }

        @Override
        public CompletionStage<Map<Colour, List<Order>>> deliver(List<Order> orders) {
            return CompletableFuture.supplyAsync(() -> Map.of(Colour.GREEN, orders));
        }
    }
}
