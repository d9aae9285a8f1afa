using MashBroker.Contracts.Letters;

namespace MashBroker.Sealing;

/// <summary>Seals letters of one party: signs, encrypts to the one recipient, signs again. Thread-safe.</summary>
public sealed class Sealer(PartyKeys own, TrustRegister register, TimeProvider clock)
{
    /// <summary>Name of the algorithms used, for <see cref="LetterHead.Profile"/>.</summary>
    public string Profile => throw new NotImplementedException($"{own} {register} {clock}");

    /// <exception cref="NoCertificateException">The recipient has no certificate that is valid now.</exception>
    public SealedLetter Seal(Letter letter) => throw new NotImplementedException($"{own} {register} {clock}");
}

/// <param name="Bytes">What goes over the wire: DER of SignedData(AuthEnvelopedData(SignedData(JSON))).</param>
/// <param name="Evidence">The inner SignedData: what was said, by whom. The evidence.</param>
/// <param name="Digest">SHA-256 of <paramref name="Evidence"/>, lower-case hexadecimal: names this letter in receipts.</param>
public sealed record SealedLetter(byte[] Bytes, byte[] Evidence, string Digest);

public sealed class NoCertificateException(string message) : Exception(message);
