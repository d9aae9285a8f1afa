namespace MashBroker.Contracts.Letters;

/// <summary>Names the one message that is answered, by id and by what was signed.</summary>
/// <param name="Id">Id of the message answered.</param>
/// <param name="Digest">SHA-256, lower-case hexadecimal, of its inner SignedData (what was said, by whom).</param>
public sealed record InReplyTo(MessageId Id, string Digest) : ContractRecord;
