package chat.beseda.photos;

import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Semaphore;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/**
 * Pictures of operators, kept as files named by their content. What was sent is decoded and drawn anew, 256 by 256, so nothing
 * of it survives but what one sees: no metadata, no place it was taken at, no second file hidden inside. Thread-safe.
 */
public final class Photos {
    /** Greatest number of bytes that are looked at. */
    public static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final int SIDE = 256;
    private static final Pattern NAME = Pattern.compile("[0-9a-f]{64}");

    private final Path folder;
    private final Semaphore decoding = new Semaphore(1);

    /** @param folder made when the first picture is kept */
    public Photos(Path folder) {
        this.folder = folder;
    }

    /**
     * Keeps a picture.
     *
     * @return its name, for the operator it belongs to
     * @throws chat.beseda.forms.InvalidFields when it is no PNG, JPEG or GIF, or too large
     */
    public String keep(byte[] picture) {
        byte[] jpeg;
        decoding.acquireUninterruptibly();
        try {
            jpeg = encoded(square(PictureFile.of(picture).decoded()));
        } finally {
            decoding.release();
        }
        String name = digest(jpeg);
        write(name, jpeg);
        return name;
    }

    /** The JPEG file of a name, if there is one. */
    public Optional<byte[]> read(String name) {
        Path file = folder.resolve(name + ".jpg");
        if (!NAME.matcher(name).matches() || !Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(Files.readAllBytes(file));
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    /** The middle of the picture on white ground. */
    private static BufferedImage square(BufferedImage picture) {
        int side = Math.min(picture.getWidth(), picture.getHeight());
        int left = (picture.getWidth() - side) / 2;
        int top = (picture.getHeight() - side) / 2;
        BufferedImage now = picture.getSubimage(left, top, side, side);
        while (now.getWidth() > SIDE * 2) {
            now = drawn(now, now.getWidth() / 2);
        }
        return drawn(now, SIDE);
    }

    private static BufferedImage drawn(BufferedImage picture, int side) {
        var canvas = new BufferedImage(side, side, BufferedImage.TYPE_INT_RGB);
        Graphics2D pen = canvas.createGraphics();
        pen.setRenderingHints(Map.of(
                RenderingHints.KEY_INTERPOLATION, RenderingHints.VALUE_INTERPOLATION_BICUBIC,
                RenderingHints.KEY_RENDERING, RenderingHints.VALUE_RENDER_QUALITY));
        pen.drawImage(picture, 0, 0, side, side, Color.WHITE, null);
        pen.dispose();
        return canvas;
    }

    private static byte[] encoded(BufferedImage picture) {
        var bytes = new ByteArrayOutputStream();
        try {
            ImageIO.write(picture, "jpg", bytes);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        return bytes.toByteArray();
    }

    private void write(String name, byte[] jpeg) {
        try {
            Files.createDirectories(folder);
            Path unfinished = Files.createTempFile(folder, "photo", ".part");
            Files.write(unfinished, jpeg);
            Files.move(unfinished, folder.resolve(name + ".jpg"), StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    private static String digest(byte[] bytes) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}
