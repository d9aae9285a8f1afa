namespace MashBroker.Testing.Families;

/// <summary>Where the checked-in files are, found from wherever the tests run.</summary>
public static class Repository
{
    public static string Root { get; } = Find();

    private static string Find()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "MashBroker.sln")))
            {
                return folder.FullName;
            }
        }

        throw new DirectoryNotFoundException(
            "The tests must run from within the repository: no MashBroker.sln above them."
        );
    }
}
