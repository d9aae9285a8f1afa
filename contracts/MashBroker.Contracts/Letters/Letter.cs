namespace MashBroker.Contracts.Letters;

/// <summary>One message as it is signed: a head that every message has, and a body of the head's type.</summary>
public sealed record Letter(LetterHead Head, LetterBody Body) : ContractRecord;

/// <summary>What a letter says. Each concrete body states its type and the version it writes.</summary>
public abstract record LetterBody : ContractRecord;
