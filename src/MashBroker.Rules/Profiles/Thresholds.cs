namespace MashBroker.Rules;

/// <summary>The document by which needs are measured.</summary>
/// <param name="Guidance">Its name.</param>
/// <param name="StatedByProfessionals">A professional who refers is expected to state the level of need.</param>
/// <param name="Levels">Levels 1 to 4 that the document gives to somebody, and to whom.</param>
public sealed record Thresholds(string Guidance, bool StatedByProfessionals, IReadOnlyList<LevelOfNeed> Levels);

/// <param name="Level">1 to 4.</param>
/// <param name="MetBy">Who meets needs of this level, e.g. Early Help.</param>
public sealed record LevelOfNeed(int Level, string MetBy);
