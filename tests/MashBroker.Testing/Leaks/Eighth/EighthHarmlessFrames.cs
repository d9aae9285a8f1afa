namespace MashBroker.Testing.Leaks;

/// <summary>All sentences that tell nothing.</summary>
internal static class EighthHarmlessFrames
{
    public static readonly IReadOnlyList<EighthFrame> All =
    [
        .. EighthSchoolFacts.All,
        .. EighthHealthFacts.All,
        .. EighthPoliceFacts.All,
        .. EighthHomeFacts.All,
        .. EighthKinFacts.All,
        .. EighthProcessFacts.All,
        .. EighthNearFacts.All,
        .. EighthHiddenFacts.All,
    ];

    public static readonly IReadOnlyList<IReadOnlyList<EighthFrame>> BySubject =
    [
        .. All.GroupBy(frame => frame.Subject).Select(frames => frames.ToArray()),
    ];
}
