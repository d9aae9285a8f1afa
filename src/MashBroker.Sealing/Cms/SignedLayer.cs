namespace MashBroker.Sealing.Cms;

/// <summary>Which of the two signatures is looked at, and what its absence or failure is called.</summary>
internal sealed record SignedLayer(string Name, SealFault NotCms, SealFault Missing, SealFault Broken)
{
    public static readonly SignedLayer Outer = new(
        "outer",
        SealFault.NotCms,
        SealFault.OuterSignatureMissing,
        SealFault.OuterSignatureBroken
    );

    public static readonly SignedLayer Inner = new(
        "inner",
        SealFault.InnerSignatureMissing,
        SealFault.InnerSignatureMissing,
        SealFault.InnerSignatureBroken
    );
}
