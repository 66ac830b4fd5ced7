using System.Diagnostics;
using PilotRegistry.Testing;
using PilotRegistry.TransparencyLog;

namespace PilotRegistry.Disclosure;

/// <summary>kill -9 of the real program just before a day gets its name: a pipe in the place of the file that it writes after the manifest holds it there.</summary>
public sealed class ReleaseProcessTests(DisclosureService service) : IClassFixture<DisclosureService>
{
    [Fact]
    public async Task Killed_before_the_day_has_its_name_the_program_makes_it_anew_with_the_days_after_it()
    {
        await service.DeliverAsync(new Life().Listed().All);
        using var works = await ReleaseWorks.BeginAsync(service);
        var first = DateOnly.FromDateTime(DateTime.UtcNow).AddDays(-4);
        works.Now(first.AddDays(1));
        Assert.Equal([first], await works.CatchUpAsync());
        service.Set("Releases:Folder", works.Settings.Folder);
        service.Set("Releases:Origin", works.Settings.Origin);
        service.Set("Releases:Key", works.Settings.Key);

        var pipe = Path.Combine(works.Settings.Folder, "keys.txt.new");
        using (var made = Process.Start("mkfifo", [pipe]))
        {
            await made.WaitForExitAsync();
        }

        using var killed = service.StartCopy(new($"http://127.0.0.1:{Ports.Free()}"));
        await UntilAsync(() => File.Exists(Path.Combine(works.Settings.Folder, ".making", ReleaseManifest.FileName)));
        await KillAsync(killed);
        Assert.Equal([first], works.Archive().Days);

        File.Delete(pipe);
        using var next = service.StartCopy(new($"http://127.0.0.1:{Ports.Free()}"));
        await UntilAsync(() => works.Archive().Days.Count >= 3);
        await KillAsync(next);
        Assert.Equal([first, first.AddDays(1), first.AddDays(2)], works.Archive().Days.Take(3));
        Assert.Equal(first.AddDays(1), works.Manifest(first.AddDays(2)).Before!.Day);
        Assert.Equal(["manifest"], works.Stored(first.AddDays(1)));
    }

    private static async Task KillAsync(Process process)
    {
        process.Kill();
        await process.WaitForExitAsync();
    }

    private static async Task UntilAsync(Func<bool> isSo)
    {
        for (var patience = 0; patience < 1200 && !isSo(); patience++)
        {
            await Task.Delay(50);
        }

        Assert.True(isSo());
    }
}
