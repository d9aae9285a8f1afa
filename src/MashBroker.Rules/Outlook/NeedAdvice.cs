namespace MashBroker.Rules;

/// <summary>What a hub makes of the level of need.</summary>
/// <param name="Guidance">The document that levels are measured by.</param>
/// <param name="Stated">1 to 4, by the referrer.</param>
/// <param name="MetBy">Who meets needs of that level; absent where nothing is stated, or the hub gives the level to nobody.</param>
/// <param name="AskReferrer">The referrer was expected to state it and has not.</param>
public sealed record NeedAdvice(string Guidance, int? Stated = null, string? MetBy = null, bool AskReferrer = false);
