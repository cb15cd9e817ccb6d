namespace Katas.WaitingWithoutAThread;

/// <summary>A kitchen that is asked for one step after another, and says through a task when a step is done.</summary>
public interface IKitchen
{
    /// <summary>Boils the water: three minutes on a burner, and nobody has to watch.</summary>
    /// <param name="cancellationToken">Gives up the step.</param>
    Task BoilWaterAsync(CancellationToken cancellationToken);

    /// <summary>Prepares what goes into the bowl: two minutes.</summary>
    /// <param name="cancellationToken">Gives up the step.</param>
    Task PrepareAsync(CancellationToken cancellationToken);

    /// <summary>Cooks the noodles: four minutes, in boiling water, with everything at hand.</summary>
    /// <param name="cancellationToken">Gives up the step.</param>
    Task CookNoodlesAsync(CancellationToken cancellationToken);

    /// <summary>Serves the bowl: one minute.</summary>
    /// <param name="cancellationToken">Gives up the step.</param>
    Task<Bowl> ServeAsync(CancellationToken cancellationToken);
}
