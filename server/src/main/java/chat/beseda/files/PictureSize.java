package chat.beseda.files;

/** In pixels, as the picture is looked at. */
record PictureSize(int width, int height) {
    /** Of what is no picture. */
    static final PictureSize NONE = new PictureSize(0, 0);

    /** More than a browser should be made to unpack: a small file may unpack to gigabytes. */
    private static final long MOST_PIXELS = 40_000_000;

    private static final int LONGEST_SIDE = 16_000;

    PictureSize turned() {
        return new PictureSize(/* width= */ height, /* height= */ width);
    }

    boolean mayBeShown() {
        return width > 0
                && height > 0
                && Math.max(width, height) <= LONGEST_SIDE
                && (long) width * height <= MOST_PIXELS;
    }
}
