namespace MashBroker.Sealing.Trust;

/// <summary>What became of a revocation list that somebody brought.</summary>
public enum ListOffer
{
    /// <summary>Not a list of our root: wrong signature, issuer or shape. Somebody should ask who sends such things.</summary>
    NotOurRoots,

    /// <summary>
    /// Its number is not higher than that of the list in force, which is another: an old one, kept by somebody who wants a
    /// revocation forgotten, or one of an authority that was restored from an old copy.
    /// </summary>
    NotNewer,

    /// <summary>The list in force, again.</summary>
    InForceAlready,

    /// <summary>Newer; in force from now on.</summary>
    Taken,
}
