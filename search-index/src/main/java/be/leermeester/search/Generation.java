package be.leermeester.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.apache.lucene.document.Document;
import org.apache.lucene.index.CodecReader;
import org.apache.lucene.index.DirectoryReader;
import org.apache.lucene.index.IndexReader;
import org.apache.lucene.index.IndexWriter;
import org.apache.lucene.index.IndexWriterConfig;
import org.apache.lucene.index.LeafReaderContext;
import org.apache.lucene.index.Term;
import org.apache.lucene.search.IndexSearcher;
import org.apache.lucene.search.SearcherFactory;
import org.apache.lucene.search.SearcherManager;
import org.apache.lucene.store.Directory;
import org.apache.lucene.store.FSDirectory;
import org.jspecify.annotations.Nullable;

/// One index in one folder, open for writing and searching.
final class Generation implements AutoCloseable {

    private static final String VERSION = "version";

    private final Path folder;
    private final Directory directory;
    private final IndexWriter writer;
    private final SearcherManager searchers;

    private Generation(Path folder, Directory directory, IndexWriter writer, SearcherManager searchers) {
        this.folder = folder;
        this.directory = directory;
        this.writer = writer;
        this.searchers = searchers;
    }

    static Generation open(Path folder, Languages languages) throws IOException {
        Directory directory = FSDirectory.open(folder);
        IndexWriter writer = null;
        try {
            writer = new IndexWriter(directory, new IndexWriterConfig(languages.indexing()).setRAMBufferSizeMB(32));
            return new Generation(folder, directory, writer, new SearcherManager(writer, new SearcherFactory() {
                @Override
                public IndexSearcher newSearcher(IndexReader reader, @Nullable IndexReader previous)
                        throws IOException {
                    return new MaterialSearcher(reader);
                }
            }));
        } catch (IOException | RuntimeException failure) {
            if (writer != null) {
                writer.rollback();
            }
            directory.close();
            throw failure;
        }
    }

    /// Whether the folder holds an index of this version that was finished and reads back whole; reads all of it.
    static boolean isSound(Path folder, String version) {
        try (Directory directory = FSDirectory.open(folder);
                DirectoryReader reader = DirectoryReader.open(directory)) {
            for (LeafReaderContext leaf : reader.leaves()) {
                if (leaf.reader() instanceof CodecReader codec) {
                    codec.checkIntegrity();
                }
            }
            return version.equals(reader.getIndexCommit().getUserData().get(VERSION));
        } catch (IOException | RuntimeException broken) {
            return false;
        }
    }

    Path folder() {
        return folder;
    }

    SearcherManager searchers() {
        return searchers;
    }

    void put(Material material, List<Passage> passages) {
        try {
            Iterable<Document> documents = Fields.documents(material, passages);
            writer.updateDocuments(new Term(Fields.MATERIAL, material.id()), documents);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    void remove(String materialId) {
        try {
            writer.deleteDocuments(new Term(Fields.MATERIAL, materialId));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Makes what was put searchable.
    void refresh() {
        try {
            searchers.maybeRefreshBlocking();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Makes it durable as a finished index of this version.
    void commit(String version) {
        try {
            writer.setLiveCommitData(Map.of(VERSION, version).entrySet());
            writer.commit();
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /// Lets go of the folder; searches under way end as they should.
    @Override
    public void close() throws IOException {
        searchers.close();
        writer.rollback();
        directory.close();
    }
}
