package io.github.jsonrpcwhiteboard.example.confluence.internal.markup;

import java.util.List;

import org.eclipse.mylyn.wikitext.confluence.ConfluenceLanguage;
import org.eclipse.mylyn.wikitext.confluence.internal.block.TableOfContentsBlock;
import org.eclipse.mylyn.wikitext.parser.MarkupParser;
import org.eclipse.mylyn.wikitext.parser.builder.HtmlDocumentBuilder;
import org.eclipse.mylyn.wikitext.parser.markup.Block;
import org.eclipse.mylyn.wikitext.parser.markup.IdGenerationStrategy;

import io.github.jsonrpcwhiteboard.example.confluence.api.RemoteException;

/** Makes HTML of wiki markup. HTML in the markup is text; but links may lead anywhere. */
final class WikiParser {

    private static final String PHRASES = "*_?-+^~@{!";
    private static final int LONGEST = 1_000_000;
    private static final long MOST_EFFORT = 50_000_000;

    private WikiParser() {
    }

    static String html(String wiki) throws RemoteException {
        if (wiki.length() > LONGEST) {
            throw new RemoteException("The wiki markup is longer than " + LONGEST + " characters.");
        }
        if (effort(wiki) > MOST_EFFORT) {
            throw new RemoteException("The wiki markup has lines that are too long.");
        }
        BoundedWriter html = new BoundedWriter(wiki.length());
        HtmlDocumentBuilder builder = new HtmlDocumentBuilder(html);
        builder.setEmitAsDocument(false);
        builder.setUseInlineStyles(false);
        try {
            new MarkupParser(new Language(), builder).parse(wiki, false);
        } catch (StackOverflowError e) {
            // the parser's regular expressions recurse, once for each character of some kinds
            throw new RemoteException("The wiki markup is nested too deeply.");
        } catch (BoundedWriter.Full e) {
            throw new RemoteException("The wiki markup becomes too much.");
        } catch (IndexOutOfBoundsException e) {
            // the parser loses its place where several blocks begin in one line that is in a block
            throw new RemoteException("The wiki markup begins too many blocks in one line.");
        }
        builder.getWriter().close();
        return html.toString();
    }

    /** Whatever may begin a phrase has the parser look for its end in all of the line. */
    private static long effort(String wiki) {
        return wiki.lines().mapToLong(line -> line.length() * line.chars().filter(c -> PHRASES.indexOf(c) >= 0).count())
                .sum();
    }

    /** Without what takes the parser more time the more of it there is. */
    private static final class Language extends ConfluenceLanguage {

        /** Tables of contents are but marked. */
        @Override
        protected void addStandardBlocks(List<Block> blocks, List<Block> paragraphBreakingBlocks) {
            super.addStandardBlocks(blocks, paragraphBreakingBlocks);
            blocks.replaceAll(block -> block instanceof TableOfContentsBlock ? new ContentsBlock() : block);
        }

        /** Headings are numbered, for want of an id. */
        @Override
        public IdGenerationStrategy getIdGenerationStrategy() {
            return new IdGenerationStrategy() {
                @Override
                public String generateId(String heading) {
                    return null;
                }
            };
        }
    }
}
