using NUnit.Framework;

namespace MashBroker.Testing.Contracts;

/// <summary>The checked-in files of <c>contracts/</c>, found from wherever the tests run.</summary>
public static class ContractFiles
{
    public static string Folder(string name) => Path.Combine(Root(), "contracts", name);

    /// <summary>
    /// What outsiders build against changes only on purpose: the file must be as made from the types, or is written when
    /// <c>MASH_APPROVE=1</c> is set.
    /// </summary>
    public static void MustBe(string folder, string name, string made)
    {
        var path = Path.Combine(Folder(folder), name);
        if (Environment.GetEnvironmentVariable("MASH_APPROVE") == "1")
        {
            File.WriteAllText(path, made);
        }

        var approved = File.Exists(path) ? File.ReadAllText(path) : "";
        Assert.That(
            approved,
            Is.EqualTo(made),
            $"contracts/{folder}/{name} is not what the types say. If the change is meant, run the tests once with "
                + "MASH_APPROVE=1 and look at the difference before committing it."
        );
    }

    private static string Root()
    {
        var folder = new DirectoryInfo(TestContext.CurrentContext.TestDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "MashBroker.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new DirectoryNotFoundException("The tests run outside the repository.");
    }
}
