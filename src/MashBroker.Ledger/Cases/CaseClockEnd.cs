namespace MashBroker.Ledger.Cases;

/// <summary>Why a limit ended although nobody did what was due. Names stand in the ledger and never change.</summary>
public enum CaseClockEnd
{
    /// <summary>The case was closed by a decision; one in its place that does not close lets the limit run on.</summary>
    Closed = 1,

    /// <summary>Somebody said why it is not needed any more.</summary>
    NotNeeded,

    /// <summary>The contact was joined to an enquiry, in whose case the limit runs on.</summary>
    Joined,

    /// <summary>What the hub held of the case was erased.</summary>
    Erased,
}

/// <summary>How a case file puts it.</summary>
public static class CaseClockEnds
{
    public static string InWords(this CaseClockEnd end) =>
        end switch
        {
            CaseClockEnd.Closed => "not done, the case was closed",
            CaseClockEnd.NotNeeded => "not needed, as somebody said",
            CaseClockEnd.Joined => "not done here, joined to an enquiry",
            CaseClockEnd.Erased => "not done, the case was erased",
            _ => throw new ArgumentOutOfRangeException(nameof(end), "It ends no clock."),
        };
}
