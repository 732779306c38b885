package chat.beseda.push;

import java.math.BigInteger;
import java.security.AlgorithmParameters;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPair;
import java.security.KeyPairGenerator;
import java.security.interfaces.ECPublicKey;
import java.security.spec.ECFieldFp;
import java.security.spec.ECGenParameterSpec;
import java.security.spec.ECParameterSpec;
import java.security.spec.ECPoint;
import java.security.spec.ECPublicKeySpec;
import java.util.Arrays;

/** The curve P-256, and its points as browsers write them: 4, then both coordinates of {@value #SIDE} bytes. */
final class Curve {
    static final int SIDE = 32;
    static final int POINT = 1 + 2 * SIDE;

    private static final String NAME = "secp256r1";
    private static final byte UNCOMPRESSED = 4;

    private Curve() {}

    static KeyPair newKeys() {
        try {
            KeyPairGenerator generator = KeyPairGenerator.getInstance("EC");
            generator.initialize(new ECGenParameterSpec(NAME));
            return generator.generateKeyPair();
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java has " + NAME, impossible);
        }
    }

    static byte[] bytes(ECPublicKey key) {
        byte[] point = new byte[POINT];
        point[0] = UNCOMPRESSED;
        put(key.getW().getAffineX(), point, 1);
        put(key.getW().getAffineY(), point, 1 + SIDE);
        return point;
    }

    private static void put(BigInteger coordinate, byte[] point, int from) {
        byte[] digits = coordinate.toByteArray();
        int length = Math.min(digits.length, SIDE);
        System.arraycopy(digits, digits.length - length, point, from + SIDE - length, length);
    }

    /** @throws GeneralSecurityException when the bytes are no point of the curve: such a "key" could betray ours */
    static ECPublicKey key(byte[] point) throws GeneralSecurityException {
        if (point.length != POINT || point[0] != UNCOMPRESSED) {
            throw new GeneralSecurityException("no uncompressed point of P-256: " + point.length + " bytes");
        }
        var x = new BigInteger(1, Arrays.copyOfRange(point, 1, 1 + SIDE));
        var y = new BigInteger(1, Arrays.copyOfRange(point, 1 + SIDE, POINT));
        ECParameterSpec curve = curve();
        BigInteger p = ((ECFieldFp) curve.getCurve().getField()).getP();
        BigInteger right = x.pow(3)
                .add(curve.getCurve().getA().multiply(x))
                .add(curve.getCurve().getB())
                .mod(p);
        if (x.compareTo(p) >= 0 || y.compareTo(p) >= 0 || !y.pow(2).mod(p).equals(right)) {
            throw new GeneralSecurityException("not on the curve P-256");
        }
        return (ECPublicKey) KeyFactory.getInstance("EC").generatePublic(new ECPublicKeySpec(new ECPoint(x, y), curve));
    }

    private static ECParameterSpec curve() throws GeneralSecurityException {
        AlgorithmParameters parameters = AlgorithmParameters.getInstance("EC");
        parameters.init(new ECGenParameterSpec(NAME));
        return parameters.getParameterSpec(ECParameterSpec.class);
    }
}
