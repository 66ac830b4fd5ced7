using Microsoft.Extensions.DependencyInjection;
using PilotRegistry.Contracts;
using PilotRegistry.Testing;

namespace PilotRegistry.Disclosure;

/// <summary>A service whose releases lie in a folder of their own. Its clock stands before the first day has ended, so that its own worker finds none to be due.</summary>
public sealed class ReleasingService : DisclosureService
{
    public static readonly DateOnly First = new(2041, 1, 10), Second = First.AddDays(1), Quiet = First.AddDays(2);

    public string Folder { get; } = Directory.CreateTempSubdirectory("releases").FullName;

    /// <summary>Applied on the first day, was recommended on the second; on the third nothing happened.</summary>
    public Life Life { get; } = new Life().Submitted().Recommended();

    /// <summary>What was made while nothing was public.</summary>
    public IReadOnlyList<DateOnly> OfNothing { get; private set; } = [First];

    protected override void Compose(IServiceCollection services)
    {
        var clock = new SettableClock();
        clock.Advance(Beijing.StartOf(First) - clock.GetUtcNow());
        services.AddSingleton<TimeProvider>(clock);
    }

    public override async Task InitializeAsync()
    {
        Set("Releases:Folder", Folder);
        Set("Releases:Origin", ReleaseWorks.Origin);
        Set("Releases:Key", ReleaseWorks.Key);
        await base.InitializeAsync();
        using var works = await ReleaseWorks.BeginAsync(this, Folder);
        works.Now(Second);
        OfNothing = await works.CatchUpAsync();
        await DeliverAsync(Life.All[0].On(First), Life.All[1].On(Second));
        await works.CatchUpAsync();
        works.Now(Quiet.AddDays(1));
        await works.CatchUpAsync();
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(Folder, recursive: true);
    }
}
