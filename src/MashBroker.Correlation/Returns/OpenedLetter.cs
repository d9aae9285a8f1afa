using MashBroker.Contracts.Letters;
using MashBroker.Sealing;

namespace MashBroker.Correlation.Returns;

/// <summary>A delivery whose seals hold.</summary>
/// <param name="Signer">Code of the agency that signed it.</param>
internal sealed record OpenedLetter(Letter Letter, string Signer, Opening Opening)
{
    public LetterHead Head => Letter.Head;

    public LetterBody Body => Letter.Body;
}
