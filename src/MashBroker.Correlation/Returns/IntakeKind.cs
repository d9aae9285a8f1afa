namespace MashBroker.Correlation.Returns;

/// <summary>As what a delivery was taken.</summary>
internal enum IntakeKind
{
    None = 0,
    Refused,
    Duplicate,
    Receipt,
    Heartbeat,
    Return,

    /// <summary>With it the last agency asked has answered.</summary>
    LastReturn,
}
