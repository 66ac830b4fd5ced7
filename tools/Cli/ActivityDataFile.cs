using PilotRegistry.Methodology;

namespace PilotRegistry.Cli;

/// <summary>A year's data from a file. Every format becomes ActivityData here, before anything is computed.</summary>
public static class ActivityDataFile
{
    /// <param name="name">Its ending says what the file is.</param>
    public static ReadingOutcome Read(string name, byte[] content) => ActivityDataReader.Read(content);
}
